'use strict';

/** ssh2's entry: reached only where DOCKER_HOST is an ssh:// address. */
exports.Client = class Client {
  constructor() {
    throw new Error(
      'DOCKER_HOST by ssh:// is not supported: forward the socket (ssh -L) or use a tcp:// or unix:// address',
    );
  }
};
