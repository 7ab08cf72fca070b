/** What is known here of a customer: name, owner, and the sentences behind its newest score. */
@NullMarked
package dev.minori.playbook.customer;

import org.jspecify.annotations.NullMarked;
