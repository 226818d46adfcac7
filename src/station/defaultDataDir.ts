import { homedir } from 'node:os'
import { join } from 'node:path'

/** Where the station keeps its files when nobody says otherwise: the system's place for the data of
 *  programs. Example on Linux: `~/.local/share/packline`. */
export function defaultDataDir(
  platform: NodeJS.Platform = process.platform,
  env: NodeJS.ProcessEnv = process.env,
): string {
  if (platform === 'win32')
    return join(env.LOCALAPPDATA ?? join(homedir(), 'AppData', 'Local'), 'Packline')
  if (platform === 'darwin') return join(homedir(), 'Library', 'Application Support', 'Packline')
  return join(env.XDG_DATA_HOME ?? join(homedir(), '.local', 'share'), 'packline')
}
