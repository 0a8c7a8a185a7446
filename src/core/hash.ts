/**
 * A 64-bit, non-cryptographic hash as 14 base-36 characters. Two lanes of multiply-and-rotate mixing over UTF-16 units;
 * good for telling two texts of one entry apart, not for anything an attacker could profit from.
 */
export function hash(text: string): string {
  let a = 0x9e3779b1;
  let b = 0x85ebca6b;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    a = Math.imul(a ^ unit, 0x2c1b3c6d);
    a = (a << 13) | (a >>> 19);
    b = Math.imul(b + unit, 0x297a2d39);
    b = (b << 17) | (b >>> 15);
  }
  a = finish(a ^ text.length);
  b = finish(b ^ a);
  return (a >>> 0).toString(36).padStart(7, '0') + (b >>> 0).toString(36).padStart(7, '0');
}

function finish(lane: number): number {
  let x = lane;
  x = Math.imul(x ^ (x >>> 16), 0x7feb352d);
  x = Math.imul(x ^ (x >>> 15), 0x846ca68b);
  return x ^ (x >>> 16);
}
