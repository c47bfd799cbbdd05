// Sounds from a file as if they were heard: kept as one sealed Ogg/Opus file, and what a killed program left comes
// back.
#include "mobile/camera/sound_note.h"

#include <QFile>
#include <catch2/catch.hpp>
#include <cmath>

#include "mobile/camera/file_sound_source.h"
#include "mobile/check/drafts.h"
#include "tests/unit/mobile/kit.h"
#include "tests/unit/store/documents.h"

using namespace plumb;
using namespace plumb::mobile;
using test::Bench;
using test::waitFor;

namespace {

QByteArray tone(double seconds) {
    QByteArray out;
    for (int i = 0; i < static_cast<int>(seconds * kSoundRate); ++i) {
        const auto value = static_cast<std::int16_t>(9000 * std::sin(i * 0.2));
        out.append(static_cast<char>(value & 0xFF)).append(static_cast<char>(value >> 8 & 0xFF));
    }
    return out;
}

QString wav(const QString& folder, double seconds) {
    const QByteArray samples = tone(seconds);
    const auto number = [](quint32 value, int bytes) {
        QByteArray out;
        for (int i = 0; i < bytes; ++i) out.append(static_cast<char>(value >> (8 * i)));
        return out;
    };
    const auto size = static_cast<quint32>(samples.size());
    const QString path = folder + "/said.wav";
    QFile out(path);
    REQUIRE(out.open(QIODevice::WriteOnly));
    out.write("RIFF" + number(36 + size, 4) + "WAVEfmt " + number(16, 4) + number(1, 2) + number(1, 2) +
              number(kSoundRate, 4) + number(2 * kSoundRate, 4) + number(2, 2) + number(16, 2) + "data" +
              number(size, 4) + samples);
    return path;
}

struct Recorder {
    SoundNote note;
    std::vector<SoundKept> kept;

    Recorder(Bench& bench, const QString& path) : note(std::make_unique<FileSoundSource>(path, true), bench.store()) {
        QObject::connect(&note, &SoundNote::kept, [this](const SoundKept& sound) { kept.push_back(sound); });
    }
};

QString draftOf(Bench& bench) {
    bench.publish(test::smallDocument(1));
    return bench.ask([](LocalStore& store) { return beginDraft(store, "yongchang", "small"); }).value();
}

}  // namespace

TEST_CASE("speech becomes Ogg/Opus, small, and the same samples the same bytes") {
    const QByteArray samples = tone(10);
    const auto encoded = [&] {
        OpusVoice voice(kSoundRate);
        voice.add(
            {reinterpret_cast<const std::uint8_t*>(samples.constData()), static_cast<std::size_t>(samples.size())});
        return voice.finish().value();
    };
    const Bytes first = encoded();
    REQUIRE(first.size() > 64);
    CHECK(std::string(first.begin(), first.begin() + 4) == "OggS");
    CHECK(first.size() < 60'000);
    CHECK(first == encoded());
    CHECK_FALSE(OpusVoice(kSoundRate).finish());
}

TEST_CASE("what was recorded is one sealed file") {
    Bench bench;
    bench.unlock();
    const QString draft = draftOf(bench);
    Recorder it(bench, wav(bench.home(), 2.5));
    it.note.begin(draft, "item:a");
    waitFor([&] { return it.note.state() == "paused"; });  // the file came to its end
    CHECK(it.note.length() == 2500);
    it.note.stop();
    waitFor([&] { return it.kept.size() == 1; });
    CHECK(it.kept[0].draft == draft);
    CHECK(it.kept[0].place == "item:a");
    CHECK(it.kept[0].length == 2500);
    CHECK(it.kept[0].file.type == kVoiceType);
    CHECK(it.note.state() == "idle");
}

TEST_CASE("a program that is killed while it records loses nothing that was a whole second") {
    Bench bench;
    bench.unlock();
    const QString draft = draftOf(bench);
    const QString path = wav(bench.home(), 3.4);
    {
        Recorder it(bench, path);
        it.note.begin(draft, "item:a");
        waitFor([&] { return it.note.length() >= 3000; });
        bench.ask([](LocalStore&) -> Result<void> { return {}; });  // the vault thread works in order
    }
    bench.restart();
    bench.unlock();
    Recorder again(bench, path);
    again.note.recover(draft);
    waitFor([&] { return again.kept.size() == 1; });
    CHECK(again.kept[0].recovered);
    CHECK(again.kept[0].length >= 3000);
    CHECK(again.kept[0].lost == 0);
    again.note.settle(again.kept[0].id);
    bench.ask([](LocalStore&) -> Result<void> { return {}; });
    again.kept.clear();
    again.note.recover(draft);
    bench.ask([](LocalStore&) -> Result<void> { return {}; });
    CHECK(again.kept.empty());
}

TEST_CASE("where there is no microphone it is said, and nothing is begun") {
    Bench bench;
    bench.unlock();
    Recorder it(bench, QString());
    CHECK_FALSE(it.note.isThere());
    it.note.begin(draftOf(bench), "item:a");
    waitFor([&] { return it.note.state() == "idle" && !it.note.problem().isEmpty(); });
    CHECK(it.kept.empty());
}
