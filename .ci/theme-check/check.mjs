// Prints what Shopify's theme-check says of the theme in a folder, as JSON: `node check.mjs FOLDER`.
// Its knowledge of Liquid is the one it comes with: a check must not depend on what is on the network that day.
globalThis.fetch = async () => {
  throw new Error('nothing is fetched');
};

const { check } = await import('@shopify/theme-check-node');
const offenses = await check(process.argv[2]);
const told = offenses.map(({ check, severity, message, uri, start }) => ({
  check, severity, message, file: uri, line: start.line + 1,
}));
console.log(JSON.stringify(told));
