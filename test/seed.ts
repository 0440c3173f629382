import fc from 'fast-check';

/*
 * Property tests draw the same cases every time, so that a run of the suite says something about the code and not about
 * its luck. To go looking for new cases, change the seed here for a while.
 */
fc.configureGlobal({ seed: 20261122 });
