import { z } from 'zod'

// The page's content policy forbids eval. zod probes for it when the first schema is made, and the
// browser reports that as a breach, so it is switched off before any schema exists: take `z` from here.
z.config({ jitless: true })

export { z }
