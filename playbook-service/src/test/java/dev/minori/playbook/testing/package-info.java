/** What the tests of this service share. */
package dev.minori.playbook.testing;
