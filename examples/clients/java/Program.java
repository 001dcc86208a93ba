import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Works with tasks of Toggl Track and of Toggl Focus, by clients that OpenAPI Generator made. */
final class Program {
    public static void main(String[] arguments) throws Exception {
        TrackTasks.run();
        FocusTasks.run();
    }

    static String variable(String name) {
        String value = System.getenv(name);
        if (value == null) {
            throw new IllegalStateException("the environment variable " + name + " is not set");
        }
        return value;
    }

    static long id(String name) {
        return Long.parseLong(variable(name));
    }

    /** The names of a list, which may be null if it is empty. */
    static <T> String names(List<T> items, Function<T, String> name) {
        return items == null ? "" : items.stream().map(name).collect(Collectors.joining(", "));
    }
}
