// Columns of numbers arrive as base64 text: {name: [type, base64]}.

const COLUMN_TYPES = {
  f4: Float32Array, i4: Int32Array, u4: Uint32Array, u2: Uint16Array, u1: Uint8Array,
};

function decodeColumns(packed) {
  const columns = {};
  for (const name of Object.keys(packed)) {
    const [type, text] = packed[name];
    const binary = atob(text);
    const bytes = new Uint8Array(binary.length);
    for (let i = 0; i < binary.length; i++) bytes[i] = binary.charCodeAt(i);
    columns[name] = new COLUMN_TYPES[type](bytes.buffer);
  }
  return columns;
}
