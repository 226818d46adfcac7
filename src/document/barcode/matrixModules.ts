import type { MatrixKind } from '../labelModel.ts'
import {
  DATA_MATRIX_QUIET_MODULES,
  dataMatrixModules,
  gs1DataMatrixModules,
} from './dataMatrixModules.ts'
import { type ModuleGrid, QR_QUIET_MODULES, qrModules } from './qrModules.ts'

interface Matrix {
  readonly quietModules: number
  modules(text: string): ModuleGrid | undefined
}

const dataMatrix = { quietModules: DATA_MATRIX_QUIET_MODULES, modules: dataMatrixModules }

/** Each square code: its quiet zone in modules, and its modules for a text (undefined where it cannot
 *  hold it). */
export const matrices: Readonly<Record<MatrixKind, Matrix>> = {
  qr: { quietModules: QR_QUIET_MODULES, modules: qrModules },
  datamatrix: dataMatrix,
  'gs1-datamatrix': { ...dataMatrix, modules: gs1DataMatrixModules },
}
