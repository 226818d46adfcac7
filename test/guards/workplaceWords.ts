/** Traces of where the program was written: they mean nothing to the people who use or change it. */
export const workplaceWords: readonly RegExp[] = [
  /\/work\//,
  /\.\.\/shared\b/,
  /\bhandbook\b/i,
  /\b(?:STYLE|GLOSSARY|TOOLCHAIN|DESIGN|UX|FAULTS|PRINTING|SYNC|SECURITY|STANDARDS|REQUIREMENTS|BACKENDS)(?:\.md| §| \d)/,
  /\bregistry\.npm/i,
  /\bissue \d/i,
  /\b(?:TODO|FIXME|XXX)\b/,
]
