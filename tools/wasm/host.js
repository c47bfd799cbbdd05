// What the module asks of the page around it (engine/engine.ts gives `digest`): how a number is written,
// what bytes of another encoding say, and hashes.
// Written as emscripten takes functions: whole, with "function".
mergeInto(LibraryManager.library, {
  plumb_host_shortest: function (value, out, size) {
    stringToUTF8(value.toExponential(), out, size);
  },
  // UTF-8 of these bytes to `out`; -1 where they are none of that encoding's.
  plumb_host_decode: function (label, data, size, out, room) {
    try {
      var text = new TextDecoder(UTF8ToString(label), { fatal: true, ignoreBOM: true }).decode(HEAPU8.slice(data, data + size));
      return stringToUTF8(text, out, room);
    } catch (e) {
      return -1;
    }
  },
  // Writes the hash of `size` bytes at `data` to `out`, and gives its length.
  plumb_host_digest: function (name, data, size, out) {
    var hash = Module['digest'](UTF8ToString(name), HEAPU8.slice(data, data + size));
    HEAPU8.set(hash, out);
    return hash.length;
  },
});
