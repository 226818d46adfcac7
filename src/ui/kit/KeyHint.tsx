/** The key that does the same, as printed on the keyboard. */
export function KeyHint({ name }: { readonly name: string }) {
  return <kbd className="key-hint">{name}</kbd>
}
