import { chmodSync, closeSync, existsSync, mkdirSync, openSync, readdirSync, statSync } from 'node:fs'

/** The files of the embedded store. */
const ours = /^(?:assistant\.db|service\.lock|copies$)/

/**
 * Makes a folder that only its owner can look into; one that is there and holds nothing but these records is made private.
 * @throws {Error} when it cannot be made, or others can look into it and it holds anything else, or others can look into it and it belongs to somebody else.
 */
export function makePrivateFolder(folder: string): void {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  if ((statSync(folder).mode & 0o077) === 0 || process.platform === 'win32') return
  if (readdirSync(folder).some((name) => !ours.test(name))) {
    throw new Error(
      `Others can look into the folder ${folder}, and it holds more than these records: set DATA_DIR to a folder of its own.`,
    )
  }
  try {
    chmodSync(folder, 0o700)
  } catch (error) {
    throw new Error(
      `Others can look into the folder ${folder}, and it belongs to somebody else: make it private to the account that runs this.`,
      { cause: error },
    )
  }
}

/** Makes an empty file that only its owner can read; one that is there keeps its content and is made private. */
export function makePrivateFile(file: string): void {
  closeSync(openSync(file, 'a', 0o600))
  makePrivate(file)
}

/** Makes a file private to its owner, if it is there. */
export function makePrivate(file: string): void {
  if (existsSync(file)) chmodSync(file, 0o600)
}
