// The fake server is plain JavaScript, so that node runs it without a build.
declare module '*.mjs'
