/// The rules of the ledger and of the regulation, and what they look at; no graph is asked here.
@NullMarked
package yuanliu.checks.rules;

import org.jspecify.annotations.NullMarked;
