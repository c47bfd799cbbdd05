/// <reference types="vite/client" />
declare module 'sm-crypto' {
  export const sm2: {
    doVerifySignature(
      message: string | number[],
      signatureHex: string,
      publicKeyHex: string,
      options?: { hash?: boolean; der?: boolean; userId?: string },
    ): boolean
    doSignature(
      message: string | number[],
      privateKeyHex: string,
      options?: { hash?: boolean; der?: boolean; userId?: string; publicKey?: string },
    ): string
  }
}
