/// What a catalogue package says, row by row, before anything is made of it.
@NullMarked
package yuanliu.filing.reading;

import org.jspecify.annotations.NullMarked;
