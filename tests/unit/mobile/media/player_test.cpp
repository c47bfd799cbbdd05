// Sounds and films are played from memory: a real WAV made here, a small film (ball.mp4: H.264 and AAC, 2 seconds), and
// what is neither. No device for sound is needed: where there is none GStreamer plays into the void.
#include <QFile>
#include <catch2/catch.hpp>
#include <cmath>

#include "mobile/media/media_backend.h"
#include "mobile/media/media_glance.h"
#include "mobile/media/player.h"
#include "mobile/ui/text.h"
#include "shared/store/file_vault.h"
#include "tests/unit/mobile/kit.h"

using namespace plumb;
using namespace plumb::mobile;
using test::waitFor;

namespace {

void put(Bytes& out, std::uint32_t value, int bytes) {
    for (int i = 0; i < bytes; ++i) out.push_back(static_cast<std::uint8_t>(value >> (8 * i)));
}

void put(Bytes& out, std::string_view text) {
    out.insert(out.end(), text.begin(), text.end());
}

// A tone as RIFF/WAVE, 16 bits, one channel.
Bytes tone(double seconds) {
    constexpr std::uint32_t kRate = 8000;
    const auto samples = static_cast<std::uint32_t>(seconds * kRate);
    Bytes out;
    put(out, "RIFF");
    put(out, 36 + 2 * samples, 4);
    put(out, "WAVEfmt ");
    put(out, 16, 4);
    put(out, 1, 2);
    put(out, 1, 2);
    put(out, kRate, 4);
    put(out, 2 * kRate, 4);
    put(out, 2, 2);
    put(out, 16, 2);
    put(out, "data");
    put(out, 2 * samples, 4);
    for (std::uint32_t i = 0; i < samples; ++i)
        put(out, static_cast<std::uint16_t>(static_cast<std::int16_t>(9000 * std::sin(i * 0.35))), 2);
    return out;
}

Bytes film() {
    QFile file(QStringLiteral(PLUMB_SOURCE_DIR "/tests/unit/mobile/media/ball.mp4"));
    REQUIRE(file.open(QIODevice::ReadOnly));
    const QByteArray content = file.readAll();
    return {content.begin(), content.end()};
}

// A vault with somebody signed in, and a player over it.
struct Stage {
    test::TemporaryFolder folder;
    std::shared_ptr<store::FileVault> vault =
        std::make_shared<store::FileVault>(folder.path, crypto::DataKey::generate());
    std::shared_ptr<SealedFiles> files = std::make_shared<SealedFiles>();
    Player player{files};
    Glancer glancer{files};

    Stage() { files->use(vault); }
    QString seal(const Bytes& content) { return qs(vault->put(content).value().hex()); }
    void until(const QString& state) {
        waitFor([&] { return player.state() == state; });
    }
};

}  // namespace

TEST_CASE("a sound is played to its end, and again from its beginning") {
    Stage stage;
    const QString sound = stage.seal(tone(0.6));
    CHECK(stage.player.state() == "idle");
    stage.player.toggle(sound);
    CHECK(stage.player.file() == sound);
    CHECK(stage.player.state() == "loading");
    stage.until("playing");
    CHECK(stage.player.length() == 600);
    stage.until("ended");
    CHECK(stage.player.position() == 600);
    CHECK(stage.player.positionText() == "0:01");
    stage.player.toggle(sound);
    stage.until("playing");
    CHECK(stage.player.position() < 600);
    stage.until("ended");
}

TEST_CASE("a sound that is paused stays where it is and goes on from there") {
    Stage stage;
    const QString sound = stage.seal(tone(5));
    stage.player.toggle(sound);
    waitFor([&] { return stage.player.position() > 100; });
    stage.player.toggle(sound);
    stage.until("paused");
    const int at = stage.player.position();
    CHECK(at < 3000);
    stage.player.seek(4700);
    CHECK(stage.player.state() == "paused");
    stage.player.toggle(sound);
    stage.until("playing");
    waitFor([&] { return stage.player.position() >= 4700; });
    stage.until("ended");
}

TEST_CASE("beginning another ends the first; stopping leaves nothing") {
    Stage stage;
    const QString first = stage.seal(tone(5)), second = stage.seal(tone(0.4));
    stage.player.toggle(first);
    stage.until("playing");
    stage.player.toggle(second);
    CHECK(stage.player.file() == second);
    stage.until("ended");
    CHECK(stage.player.length() == 400);
    stage.player.stop();
    CHECK(stage.player.state() == "idle");
    CHECK(stage.player.file().isEmpty());
    CHECK(stage.player.length() == 0);
}

TEST_CASE("a sound that is stopped while it is unsealed does not begin") {
    Stage stage;
    stage.player.toggle(stage.seal(tone(1)));
    stage.player.stop();
    const QString other = stage.seal(tone(0.3));
    stage.player.toggle(other);
    stage.until("ended");
    CHECK(stage.player.length() == 300);
}

TEST_CASE("a film shows its pictures on the stage and leaves it when it is stopped") {
    Stage stage;
    stage.player.showFilm(stage.seal(film()), "滚动的球");
    CHECK(stage.player.onStage());
    CHECK(stage.player.title() == "滚动的球");
    stage.until("playing");
    waitFor([&] { return !stage.player.picture().isNull(); });
    CHECK(stage.player.picture().size() == QSize(160, 120));
    stage.until("ended");
    CHECK(stage.player.length() > 1500);
    stage.player.pauseOrGoOn();
    stage.until("playing");
    stage.player.stop();
    CHECK_FALSE(stage.player.onStage());
    CHECK(stage.player.picture().isNull());
}

TEST_CASE("what cannot be played is said in a sentence") {
    Stage stage;
    SECTION("it is not on this device") {
        stage.player.toggle(QString(64, 'a'));
        stage.until("cannot");
        CHECK(stage.player.problem() == "这个文件不在本机。");
    }
    SECTION("it is no sound") {
        stage.player.toggle(stage.seal(Bytes(3000, 7)));
        stage.until("cannot");
        CHECK(stage.player.problem().startsWith("这台设备放不了这个文件"));
    }
    SECTION("it is empty") {
        stage.player.toggle(stage.seal(Bytes{}));
        stage.until("cannot");
    }
    SECTION("a film is cut short") {
        Bytes cut = film();
        cut.resize(cut.size() / 2);
        stage.player.showFilm(stage.seal(cut), "");
        stage.until("cannot");
        CHECK(stage.player.onStage());
    }
    SECTION("a sound has no picture to show") {
        stage.player.showFilm(stage.seal(tone(1)), "");
        stage.until("cannot");
        CHECK(stage.player.problem().startsWith("这台设备显示不了这段录像"));
    }
    SECTION("nobody is signed in") {
        const QString sound = stage.seal(tone(1));
        stage.files->use(nullptr);
        stage.player.toggle(sound);
        stage.until("cannot");
    }
    // Another one is played after it.
    stage.files->use(stage.vault);
    stage.player.toggle(stage.seal(tone(0.3)));
    stage.until("ended");
    CHECK(stage.player.problem().isEmpty());
}

TEST_CASE("where there is nothing to sound on, that is said while the sound goes its way") {
    Stage stage;
    stage.player.toggle(stage.seal(tone(2)));
    stage.until("playing");
    CHECK(stage.player.silence() == (hasSoundOutput() ? "" : "这台设备没有声音输出，听不到声音。"));
    stage.player.stop();
    CHECK(stage.player.silence().isEmpty());
}

TEST_CASE("lengths and first pictures are known before anything is played") {
    Stage stage;
    const QString sound = stage.seal(tone(12)), moving = stage.seal(film()), broken = stage.seal(Bytes(500, 1));
    MediaGlance heard, seen, wrong;
    heard.setFile(sound);
    seen.setFilm(true);
    seen.setFile(moving);
    wrong.setFile(broken);
    waitFor([&] { return !wrong.problem().isEmpty(); });
    CHECK(heard.lengthText() == "0:12");
    CHECK(heard.problem().isEmpty());
    CHECK(seen.lengthText() == "0:02");
    CHECK(seen.poster().size() == QSize(160, 120));
    CHECK(wrong.lengthText().isEmpty());
    CHECK(stage.player.state() == "idle");
    stage.glancer.forget();
    CHECK(seen.poster().isNull());
}

TEST_CASE("a file that has come meanwhile is looked at again") {
    Stage stage;
    const Bytes content = tone(3);
    test::TemporaryFolder elsewhere;
    const auto hash = qs(store::FileVault(elsewhere.path, crypto::DataKey::generate()).put(content).value().hex());
    MediaGlance early;
    early.setFile(hash);
    waitFor([&] { return !early.problem().isEmpty(); });
    stage.seal(content);
    stage.glancer.forgetAway();
    MediaGlance late;
    late.setFile(hash);
    waitFor([&] { return late.lengthText() == "0:03"; });
    CHECK(early.problem().isEmpty());
}

TEST_CASE("what plays is looked for before it is needed: without it Qt would end the app") {
    CHECK(hasMediaBackend("gstreamer"));
    CHECK(hasMediaBackend(QString()));
    CHECK_FALSE(hasMediaBackend("none"));
}

TEST_CASE("lengths read as clocks do") {
    CHECK(lengthText(0) == "0:00");
    CHECK(lengthText(7'400) == "0:07");
    CHECK(lengthText(59'600) == "1:00");
    CHECK(lengthText(750'000) == "12:30");
    CHECK(lengthText(3'723'000) == "1:02:03");
}
