const TEXT_TYPES = ['text', 'search', 'tel', 'url', 'email', 'password', 'number', '']

/** The editable field that holds the focus, or null. Open shadow roots are looked into. */
export function findFocusedField(document: Document): HTMLElement | null {
  let active = document.activeElement
  while (active?.shadowRoot?.activeElement) active = active.shadowRoot.activeElement
  return active instanceof HTMLElement && isEditable(active) ? active : null
}

/** True for elements that take typed text and so wake an input method. */
export function isEditable(element: HTMLElement): boolean {
  if (element instanceof HTMLTextAreaElement) return !element.readOnly && !element.disabled
  if (element instanceof HTMLInputElement)
    return TEXT_TYPES.includes(element.type) && !element.readOnly && !element.disabled
  return element.isContentEditable
}

export interface FieldMemory {
  /** Remembers the field's text before a burst may change it. */
  remember(field: HTMLElement | null): void
  /** Brings the remembered text back, telling whoever listens to the field. */
  restore(): void
}

/** Keeps the text of one field, for a burst that lands there. */
export function createFieldMemory(): FieldMemory {
  let field: HTMLElement | null = null
  let text = ''
  return {
    remember(next) {
      field = next
      text = next === null ? '' : textOf(next)
    },
    restore() {
      if (field === null || textOf(field) === text) return
      setText(field, text)
      field.dispatchEvent(new Event('input', { bubbles: true }))
    },
  }
}

function textOf(field: HTMLElement): string {
  if (field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement) return field.value
  return field.textContent ?? ''
}

/** Goes around the setter that React puts on the element, else React would not see the change. */
function setText(field: HTMLElement, text: string): void {
  if (field instanceof HTMLInputElement) setValue(HTMLInputElement.prototype, field, text)
  else if (field instanceof HTMLTextAreaElement)
    setValue(HTMLTextAreaElement.prototype, field, text)
  else field.textContent = text
}

function setValue(prototype: object, field: HTMLElement, text: string): void {
  Object.getOwnPropertyDescriptor(prototype, 'value')?.set?.call(field, text)
}
