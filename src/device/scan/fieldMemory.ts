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
  /** Remembers the field's text before a burst may change it, and forgets the burst before. */
  remember(field: HTMLElement | null): void
  /** The same burst goes on in this field: its text too is to come back. */
  include(field: HTMLElement | null): void
  /** Brings the remembered texts back, telling whoever listens to the fields. */
  restore(): void
}

/** Keeps the texts of the fields that a burst lands in: the focus may move while it comes. */
export function createFieldMemory(): FieldMemory {
  const texts = new Map<HTMLElement, string>()
  const include = (field: HTMLElement | null) => {
    if (field !== null && !texts.has(field)) texts.set(field, textOf(field))
  }
  return {
    include,
    remember(field) {
      texts.clear()
      include(field)
    },
    restore() {
      for (const [field, text] of texts) {
        if (textOf(field) === text) continue
        setText(field, text)
        field.dispatchEvent(new Event('input', { bubbles: true }))
      }
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
