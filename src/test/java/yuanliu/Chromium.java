package yuanliu;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.logging.Level;
import java.util.stream.Stream;
import org.openqa.selenium.By;
import org.openqa.selenium.Dimension;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.StaleElementReferenceException;
import org.openqa.selenium.TimeoutException;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.interactions.Actions;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;
import org.openqa.selenium.support.ui.WebDriverWait;
import org.springframework.util.FileSystemUtils;
import tools.jackson.databind.json.JsonMapper;

/// A browser without a window, which can reach nothing but this machine and tells whom it asked.
public final class Chromium implements AutoCloseable {

    private static final Path BROWSER = Path.of("/usr/bin/chromium");
    private static final Path DRIVER = Path.of("/usr/bin/chromedriver");
    private static final Path PICTURES = Path.of("target", "pictures");
    private static final Duration PATIENCE = Duration.ofSeconds(120);
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Path profile;
    private final ChromeDriver driver;

    /// Without the browser and its driver the test is not run, and says so.
    public Chromium() {
        assumeTrue(
                Files.isExecutable(BROWSER) && Files.isExecutable(DRIVER),
                () -> "Not run: %s and %s are not both installed".formatted(BROWSER, DRIVER));
        try {
            this.profile = Files.createTempDirectory("chromium");
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        var requests = new LoggingPreferences();
        requests.enable(LogType.PERFORMANCE, Level.ALL);
        var options = new ChromeOptions();
        options.setBinary(BROWSER.toFile());
        options.setCapability("goog:loggingPrefs", requests);
        options.addArguments(
                "--headless=new",
                "--no-sandbox",
                "--disable-dev-shm-usage",
                "--disable-gpu",
                "--no-first-run",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                "--disable-quic",
                "--lang=zh-CN",
                "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
                "--user-data-dir=" + profile);
        var service = new ChromeDriverService.Builder()
                .usingDriverExecutable(DRIVER.toFile())
                .build();
        this.driver = new ChromeDriver(service, options);
        wide(1280);
    }

    public Chromium open(String url) {
        driver.get(url);
        return this;
    }

    /// Makes what the page is laid out for this many pixels wide, though a window would not be so narrow.
    public Chromium wide(int pixels) {
        driver.manage().window().setSize(new Dimension(Math.max(pixels, 500), 900));
        driver.executeCdpCommand(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", pixels, "height", 900, "deviceScaleFactor", 1, "mobile", false));
        return this;
    }

    /// The elements that the selector finds and one can see, as soon as there is one.
    public List<WebElement> all(String selector) {
        await(() -> !visible(selector).isEmpty());
        return visible(selector);
    }

    private List<WebElement> visible(String selector) {
        return driver.findElements(By.cssSelector(selector)).stream()
                .filter(WebElement::isDisplayed)
                .toList();
    }

    public WebElement first(String selector) {
        return all(selector).getFirst();
    }

    /// Types where the caret is.
    public void type(CharSequence keys) {
        new Actions(driver).sendKeys(keys).perform();
    }

    public void awaitText(String selector, String text) {
        await(() -> driver.findElements(By.cssSelector(selector)).stream()
                .anyMatch(element -> element.getText().contains(text)));
    }

    /// Waits until a script returns true.
    public void until(String script) {
        await(() -> Boolean.TRUE.equals(script(script)));
    }

    /// What a page replaces while it is looked at is looked for again.
    private void await(BooleanSupplier seen) {
        try {
            new WebDriverWait(driver, PATIENCE)
                    .ignoring(StaleElementReferenceException.class)
                    .until(browser -> seen.getAsBoolean());
        } catch (TimeoutException inVain) {
            picture("in-vain");
            throw inVain;
        }
    }

    public Object script(String script, Object... arguments) {
        var result = driver.executeScript(script, arguments);
        return result == null ? "" : result;
    }

    /// The hosts that have been asked for anything since the last time they were told.
    public List<String> hostsAsked() {
        return driver.manage().logs().get(LogType.PERFORMANCE).getAll().stream()
                .map(entry -> JSON.readTree(entry.getMessage()).path("message"))
                .flatMap(message -> switch (message.path("method").asString()) {
                    case "Network.requestWillBeSent" ->
                        Stream.of(message.path("params")
                                .path("request")
                                .path("url")
                                .asString());
                    case "Network.webSocketCreated" ->
                        Stream.of(message.path("params").path("url").asString());
                    default -> Stream.empty();
                })
                .filter(url -> url.matches("(http|ws)s?:.*"))
                .map(url -> URI.create(url.replaceFirst("[?#].*", "")).getHost())
                .distinct()
                .toList();
    }

    /// Whether the page is wider than what shows it.
    public boolean scrollsSideways() {
        return Boolean.TRUE.equals(
                script("return document.documentElement.scrollWidth > document.documentElement.clientWidth"));
    }

    /// Keeps what is seen as `target/pictures/<name>.png`.
    public void picture(String name) {
        try {
            Files.createDirectories(PICTURES);
            Files.write(PICTURES.resolve(name + ".png"), driver.getScreenshotAs(OutputType.BYTES));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    @Override
    public void close() {
        driver.quit();
        try {
            FileSystemUtils.deleteRecursively(profile);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
