// What the module asks of the page around it (engine/engine.ts gives `digest`): how a number is written, and hashes.
// Written as emscripten takes functions: whole, with "function".
mergeInto(LibraryManager.library, {
  plumb_host_shortest: function (value, out, size) {
    stringToUTF8(value.toExponential(), out, size);
  },
  // Writes the hash of `size` bytes at `data` to `out`, and gives its length.
  plumb_host_digest: function (name, data, size, out) {
    var hash = Module['digest'](UTF8ToString(name), HEAPU8.slice(data, data + size));
    HEAPU8.set(hash, out);
    return hash.length;
  },
});
