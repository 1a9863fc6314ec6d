/** A state server for all tests of a file. */
import { afterAll } from '@jest/globals';
import { startStateServer, type StateServer } from '../../loopback/state-server.ts';
import { removeTemporaryDirectories } from '../../loopback/temporary-directory.ts';

/** Starts it now; it, and all temporary directories, are gone after the file's last test. */
export async function stateServerForAll(): Promise<StateServer> {
  const states = await startStateServer();
  afterAll(async () => {
    await states.close();
    removeTemporaryDirectories();
  });
  return states;
}
