package yuanliu.neo4j;

/// Why Yuanliu cannot start, and what to do about it, in the words of whoever starts it.
public class StartRefused extends RuntimeException {

    private final String code;
    private final String remedy;

    /// @param code     stable: `PORT_TAKEN`, `DATA_LOCKED`, `NO_JDK`, `NO_SERVER_JARS`, `SERVER_DIED`, `NOT_LOOPBACK`
    /// @param sentence what was found
    /// @param remedy   what helps
    public StartRefused(String code, String sentence, String remedy) {
        super(sentence);
        this.code = code;
        this.remedy = remedy;
    }

    public String code() {
        return code;
    }

    public String remedy() {
        return remedy;
    }
}
