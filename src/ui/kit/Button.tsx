import { cva, type VariantProps } from 'class-variance-authority'
import type { ComponentProps } from 'react'
import { cn } from './cn.ts'

const look = cva('btn', {
  variants: {
    tone: { plain: 'btn-plain', strong: 'btn-strong', quiet: 'btn-quiet' },
    size: { small: 'btn-small', large: 'btn-large' },
  },
  defaultVariants: { tone: 'plain', size: 'small' },
})

/** A button of touch size. It never submits a form by itself. */
export function Button({
  tone,
  size,
  className,
  ...rest
}: ComponentProps<'button'> & VariantProps<typeof look>) {
  return <button type="button" {...rest} className={cn(look({ tone, size }), className)} />
}
