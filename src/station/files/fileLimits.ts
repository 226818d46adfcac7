/** Files above this are refused before anything is decoded. */
export const FILE_BYTES_MAX = 200 * 1024 * 1024

/** Rows above this are refused, in text files and in workbooks. */
export const ROWS_MAX = 1_000_000
