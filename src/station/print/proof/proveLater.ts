import { CONNECT_MS_MAX } from '../sendJob.ts'
import type { PrintMark } from '../printJob.ts'
import type { LabelProof, ProofVerdict, ProofWatch, Transport } from '../transport/transport.ts'

/** What a new connection says of a label that an earlier one carried; `unreachable`: there was no
 *  connection, `silent`: it broke or nothing was answered. */
export async function proveLater(
  transport: Transport,
  { proof, mark }: { readonly proof: LabelProof; readonly mark: PrintMark },
  watch: ProofWatch,
): Promise<ProofVerdict | 'unreachable' | 'silent'> {
  try {
    await transport.open(CONNECT_MS_MAX)
  } catch {
    return 'unreachable'
  }
  try {
    return await proof.prove(transport, mark, watch)
  } catch {
    return 'silent'
  } finally {
    await transport.close(true).catch(() => undefined)
  }
}
