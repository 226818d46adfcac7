declare module '@sealsystems/ipp' {
  /** What is used of the package; it brings no types of its own. */
  export function Printer(url: string): {
    execute(
      operation: string,
      message: Readonly<Record<string, unknown>>,
      done: (fault: Error | null, answer: unknown) => void,
    ): void
  }
  export function parse(bytes: Uint8Array): { readonly operation?: string; readonly id: number }
  const whole: { readonly Printer: typeof Printer }
  export { whole as default }
  export function serialize(message: Readonly<Record<string, unknown>>): Uint8Array
}
