/// The application: it puts the capabilities together and decides nothing itself.
@org.jspecify.annotations.NullMarked
package yuanliu;
