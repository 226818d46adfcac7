/** An invented order for samples, in the writing of its platform. */
export interface SampleOrder {
  readonly orderId: string
  readonly orderNo: string
  readonly shop: string
}

/** So many digits that look drawn at random, others for each index: no two numbers are alike. */
function digitsOf(index: number, length: number): string {
  let seed = index + 1
  const next = () => {
    seed = (Math.imul(seed, 1_664_525) + 1_013_904_223) >>> 0
    return String((seed >>> 16) % 10)
  }
  return Array.from({ length }, next).join('')
}

const numbers = [
  ['taobao', (index: number) => `47${digitsOf(index, 17)}`],
  ['pdd', (index: number) => `261102-${digitsOf(index, 15)}`],
  ['douyin', (index: number) => `69${digitsOf(index, 17)}`],
] as const

/** The sample order of that number, from 0 on; the platforms take turns. */
export function sampleOrder(index: number): SampleOrder {
  const [shop, numberOf] = numbers[index % numbers.length] ?? numbers[0]
  const orderNo = numberOf(index)
  return { orderId: `${shop}:${orderNo}`, orderNo, shop }
}
