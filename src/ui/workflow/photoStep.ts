import type { Notice } from '@/kernel/notice.ts'
import { runCommand } from '@/app/runCommand.ts'
import type { CommandVerb } from '@/domain/barcode/commandCode.ts'
import type { CameraFault } from '@/domain/evidence/photo.ts'
import type { EvidenceSubject, PhotoFacts } from '@/domain/record/evidence.ts'
import type { SkuId } from '@/domain/record/place.ts'
import { accepted, refused } from '@/workflow/workflow.ts'
import type { PictureOffer } from './runner.ts'
import { type AnyKind, type RunnerCore, pushAside } from './runnerCore.ts'

const faultCodes: Readonly<Record<CameraFault, string>> = {
  none: 'CAM-010',
  refused: 'CAM-011',
  busy: 'CAM-012',
  silent: 'CAM-013',
}

/** The words for a camera that gave no picture; the same wherever it is asked. */
export const cameraRefusal = (fault: CameraFault): Notice => refused(faultCodes[fault])

/** The photo commands that mean something where a photo would show `subject`: YES answers the offer to
 *  make the photo just taken the picture of its goods. */
export function photoVerbs(
  subject: EvidenceSubject | null,
  offer: PictureOffer | undefined,
): readonly CommandVerb[] {
  if (!subject) return []
  return offer ? ['YES', 'PHOTO'] : ['PHOTO']
}

/** True where the runner itself does what is asked; all other verbs are the machine's. */
export function isPhotoVerb<S extends AnyKind, E extends AnyKind>(
  { job, view }: RunnerCore<S, E>,
  verb: string,
): boolean {
  if (!job.photoOf) return false
  return verb === 'PHOTO' || (verb === 'YES' && view().offer !== undefined)
}

/** Whatever comes next, the offer is over. */
export function dropOffer<S extends AnyKind, E extends AnyKind>(core: RunnerCore<S, E>): void {
  if (core.view().offer) core.show({ offer: undefined })
}

/** Takes a photo of what is in work, or makes the last one the picture of its goods. The machine stays
 *  where it is, and the photo is a step of its own that UNDO takes back. */
export async function takePhotoStep<S extends AnyKind, E extends AnyKind>(
  core: RunnerCore<S, E>,
  verb: string,
): Promise<Notice> {
  const { offer, state } = core.view()
  core.show({ offer: undefined, choice: [] })
  if (verb === 'YES' && offer) return linkPicture(core, offer)
  const subject = core.job.photoOf?.(state)
  if (!subject) return refused('SCAN-004', { verb })
  const taken = await core.ctx.photos.take()
  if (taken.kind === 'failed') return cameraRefusal(taken.fault)
  const photo = await core.ctx.photos.keep(taken.photo)
  return photo ? linkPhoto(core, subject, photo) : refused('CAM-014')
}

async function linkPhoto<S extends AnyKind, E extends AnyKind>(
  core: RunnerCore<S, E>,
  subject: EvidenceSubject,
  photo: PhotoFacts,
): Promise<Notice> {
  const { docKind, skuId, finding } = subject
  const linked = await runLink(core, subject, photo)
  if ('code' in linked) return linked
  const params = { photos: linked.photos, sku: skuId }
  if (docKind === 'sku') return accepted('CAM-003', params)
  // Damaged and wrong goods are no picture of what the goods look like.
  const mayBePicture = docKind === 'receipt' && (finding === '' || finding === 'good')
  if (skuId === '' || linked.hasPicture || !mayBePicture) return accepted('CAM-001', params)
  core.show({ offer: { skuId, photo } })
  return accepted('CAM-002', params)
}

async function linkPicture<S extends AnyKind, E extends AnyKind>(
  core: RunnerCore<S, E>,
  { skuId, photo }: PictureOffer,
): Promise<Notice> {
  const linked = await runLink(core, pictureOf(skuId), photo)
  return 'code' in linked ? linked : accepted('CAM-003', { sku: skuId })
}

/** The picture of the goods themselves, as screens show them beside their name. */
export const pictureOf = (skuId: SkuId): EvidenceSubject => ({
  docKind: 'sku',
  docId: skuId,
  skuId,
  lot: '',
  finding: '',
})

interface Linked {
  readonly photos: number
  readonly hasPicture: boolean
}

async function runLink<S extends AnyKind, E extends AnyKind>(
  core: RunnerCore<S, E>,
  subject: EvidenceSubject,
  photo: PhotoFacts,
): Promise<Linked | Notice> {
  const { ctx, job } = core
  const { state, undoDepth } = core.view()
  const id = ctx.newId()
  const session = pushAside(job.workflow.id, state, id)
  const result = await runCommand({ ...ctx, session }, id, 'evidence.addPhoto', { subject, photo })
  if (result.kind === 'idReused') return refused('STO-008')
  if (result.kind === 'rejected') {
    await ctx.photos.dropUnlinked()
    return refused('CAM-015', result.params)
  }
  core.show({ undoDepth: undoDepth + 1 })
  const { photos, hasPicture } = Object(result.result)
  return { photos: Number(photos), hasPicture: hasPicture === true }
}
