/** A second reporter for knip: says how many files it read, which its own reports do not.
 *  @param {{ counters: { total: number } }} options */
export default function reportCount({ counters }) {
  console.log(`dead code: ${counters.total} files read`)
}
