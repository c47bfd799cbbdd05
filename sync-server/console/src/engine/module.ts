/** The module's face: tools/wasm/module.cpp, and what emscripten adds. */
export interface Module {
  /** Grows with the memory: never kept over a call. */
  readonly HEAPU8: Uint8Array
  _engine_room(size: number): number
  _engine_call(requestSize: number): number
  _engine_answer_size(): number
}

export type ModuleMaker = (given: { digest(name: string, bytes: Uint8Array): Uint8Array; wasmBinary?: ArrayBuffer }) => Promise<Module>
