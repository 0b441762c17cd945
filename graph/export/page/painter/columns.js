// Columns of numbers arrive as base64 text: {name: [type, base64]}.

const COLUMN_TYPES = {
  f4: Float32Array, i4: Int32Array, u4: Uint32Array, u2: Uint16Array, u1: Uint8Array,
};

function decodeColumns(packed) {
  const columns = {};
  for (const name of Object.keys(packed)) {
    const [type, text] = packed[name];
    columns[name] = new COLUMN_TYPES[type](bytesOf(text).buffer);
  }
  return columns;
}

// Browsers of before 2025 have no decoder of their own.
function bytesOf(text) {
  if (Uint8Array.fromBase64) return Uint8Array.fromBase64(text);
  return Uint8Array.from(atob(text), (sign) => sign.charCodeAt(0));
}
