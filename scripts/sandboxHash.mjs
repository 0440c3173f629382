// Written by npm run headers: the hash of the script in sandbox.html. The build fails when it is another.
export const frameHash = 'sha256-J19fFF3S63gHI7/P8MxvLmz1Ri2Quof9D5rM7S/nKCU=';
