#include "mobile/camera/sound_note.h"

#include <algorithm>
#include <cmath>
#include <cstring>

#include "mobile/media/media_glance.h"
#include "mobile/store/file_content.h"
#include "mobile/ui/sentences.h"
#include "mobile/ui/text.h"
#include "shared/base/uuid.h"
#include "shared/store/recording_pieces.h"

namespace plumb::mobile {

namespace {

constexpr qsizetype kPieceBytes = qsizetype{kSoundRate} * 2;  // a second
constexpr double kQuietest = -50;                             // dB: below, the level shows nothing

int lengthOf(qint64 samples, int rate) {
    return static_cast<int>(samples * 1000 / rate);
}

double levelOf(const QByteArray& samples) {
    double sum = 0;
    const qsizetype count = samples.size() / 2;
    for (qsizetype i = 0; i < count; ++i) {
        std::int16_t value = 0;
        std::memcpy(&value, samples.constData() + 2 * i, sizeof value);
        sum += static_cast<double>(value) * value;
    }
    if (count == 0 || sum <= 0) return 0;
    const double decibels = 20 * std::log10(std::sqrt(sum / static_cast<double>(count)) / 32'768);
    return std::clamp(1 - decibels / kQuietest, 0.0, 1.0);
}

// What was left of recordings for a draft; of drafts that are no more nothing is kept.
Result<std::vector<store::Recorded>> leftOver(LocalStore& local, const QString& draft, const QString& running) {
    const auto store = local.opened();
    if (!store) return fail(store.error());
    std::vector<store::Recorded> out;
    for (const auto& one : store::recordingsHere(**store)) {
        if (qs(one.id) == running) continue;
        if (!(*store)->draft(one.draft)) {
            store::dropRecording(**store, one.id);
            continue;
        }
        if (qs(one.draft) != draft) continue;
        auto whole = store::readRecording(**store, one.id);
        if (!whole) return fail(whole.error());
        if (whole->samples.size() < 2)
            store::dropRecording(**store, one.id);
        else
            out.push_back(std::move(*whole));
    }
    return out;
}

Result<store::FileRow> seal(LocalStore& local, const Bytes& voice) {
    const auto store = local.opened();
    if (!store) return fail(store.error());
    return (*store)->importFile(voice, kVoiceType);
}

Result<Bytes> voiceOf(const store::Recorded& recorded) {
    OpusVoice voice(recorded.recording.rate);
    voice.add(recorded.samples);
    return voice.finish();
}

}  // namespace

SoundNote::SoundNote(std::unique_ptr<SoundSource> source, StoreThread& store, QObject* parent)
    : QObject(parent), m_source(std::move(source)), m_store(store) {
    m_pool.setMaxThreadCount(1);
    connect(m_source.get(), &SoundSource::thereChanged, this, &SoundNote::thereChanged);
    connect(m_source.get(), &SoundSource::heard, this, &SoundNote::take);
    connect(m_source.get(), &SoundSource::failed, this, &SoundNote::failed);
}

SoundNote::~SoundNote() {
    m_pool.waitForDone();
}

QString SoundNote::state() const {
    switch (m_state) {
        case State::idle:
            return QStringLiteral("idle");
        case State::recording:
            return QStringLiteral("recording");
        case State::paused:
            return QStringLiteral("paused");
        case State::keeping:
            return QStringLiteral("keeping");
        case State::stuck:
            return QStringLiteral("stuck");
    }
    return {};
}

int SoundNote::length() const {
    return lengthOf(m_samples, kSoundRate);
}

QString SoundNote::lengthText() const {
    return mobile::lengthText(length());
}

QString SoundNote::mostText() const {
    return mobile::lengthText(kMostSeconds * 1000);
}

void SoundNote::begin(const QString& draft, const QString& place) {
    if (m_state != State::idle) return;
    reset();
    m_draft = draft;
    m_place = place;
    const Instant now = m_store.clock()();
    m_id = qs(makeUuid7(now.utc));
    m_voice = std::make_unique<OpusVoice>(kSoundRate);
    m_state = State::recording;
    m_problem.clear();
    emit changed();
    emit heard();
    m_store.ask(
        this,
        [head = store::Recording{ss(m_id), ss(draft), ss(place), kSoundRate, now}](LocalStore& local) -> Result<void> {
            const auto store = local.opened();
            if (!store) return fail(store.error());
            const auto begun = store::beginRecording(**store, head);
            if (!begun) return fail(begun.error());
            return {};
        },
        [this, round = m_round](const Result<void>& begun) {
            if (round != m_round || m_state == State::idle) return;
            if (begun) return m_source->start();
            const Error why = begun.error();
            reset();
            m_problem = [why] { return tr("录音没有开始：%1").arg(sentenceFor(why)); };
            emit changed();
        });
}

void SoundNote::take(const QByteArray& samples) {
    if (m_state != State::recording) return;
    m_level = levelOf(samples);
    m_samples += samples.size() / 2;
    m_voice->add(viewOf(samples));
    m_piece += samples;
    if (m_piece.size() >= kPieceBytes) putPiece();
    emit heard();
    if (length() < kMostSeconds * 1000) return;
    stop();
    m_problem = [this] { return tr("已录满 %1，录音停下并存好了。要接着说，请再录一段。").arg(mostText()); };
    emit changed();
}

void SoundNote::putPiece() {
    if (m_piece.isEmpty()) return;
    ++m_pieces;
    m_store.ask(
        this,
        [id = ss(m_id), number = m_pieces, piece = std::exchange(m_piece, {})](LocalStore& local) -> Result<void> {
            const auto store = local.opened();
            if (!store) return fail(store.error());
            return store::putPiece(**store, id, number, viewOf(piece));
        },
        [this, round = m_round](const Result<void>& put) {
            if (put || round != m_round || m_state != State::recording) return;
            // What goes on now would not outlive the program: it is better to stop and say so.
            m_source->stop();
            m_state = State::paused;
            m_level = 0;
            m_problem = [at = lengthText(), error = put.error()] {
                return tr("录音停在 %1：%2已录的还在；处理好以后可以接着录，或者现在存下。")
                    .arg(at, sentenceFor(error));
            };
            emit changed();
            emit heard();
        });
}

void SoundNote::failed(SoundFault fault) {
    if (m_state != State::recording) return;
    const bool nothing = m_samples == 0;
    m_level = 0;
    switch (fault) {
        case SoundFault::missing:
            m_problem = [] { return tr("本机没有麦克风。可以从文件加入录音。"); };
            break;
        case SoundFault::denied:
            m_problem = [] { return tr("系统不允许准绳使用麦克风。请在系统设置里允许，再录。"); };
            break;
        case SoundFault::busy:
            m_problem = [] { return tr("麦克风打不开，可能别的程序正在用。关掉它再录。"); };
            break;
        case SoundFault::lost:
            m_problem = [at = lengthText()] {
                return tr("麦克风断开了，录音停在 %1；已录的还在，可以接着录或者存下。").arg(at);
            };
            break;
        case SoundFault::ended:
        case SoundFault::none:
            m_problem.clear();
            break;
    }
    if (nothing) {
        const Sentence why = m_problem;
        discard();
        m_problem = why;
    } else {
        m_state = State::paused;
        putPiece();
    }
    emit changed();
    emit heard();
}

void SoundNote::pause() {
    if (m_state != State::recording) return;
    m_source->stop();
    m_level = 0;
    m_state = State::paused;
    putPiece();
    emit changed();
    emit heard();
}

void SoundNote::goOn() {
    if (m_state != State::paused) return;
    m_problem.clear();
    m_state = State::recording;
    m_source->start();
    emit changed();
}

void SoundNote::stop() {
    if (m_state == State::stuck) return keep();
    if (m_state != State::recording && m_state != State::paused) return;
    m_source->stop();
    m_level = 0;
    if (m_samples == 0) return discard();
    putPiece();
    const auto whole = m_voice->finish();
    m_voice.reset();
    if (!whole) {
        m_state = State::stuck;
        m_problem = whole.error();
        emit changed();
        return;
    }
    m_whole = *whole;
    keep();
}

void SoundNote::keep() {
    m_state = State::keeping;
    m_problem.clear();
    emit changed();
    emit heard();
    m_store.ask(
        this, [content = m_whole](LocalStore& local) { return seal(local, content); },
        [this, round = m_round](const Result<store::FileRow>& file) {
            if (round != m_round || m_state != State::keeping) return;
            if (!file) {
                m_state = State::stuck;
                m_problem = [error = file.error()] {
                    return tr("这段录音还没有存成文件：%1录音还在，不会丢；处理好以后按“再存”。")
                        .arg(sentenceFor(error));
                };
                emit changed();
                return;
            }
            const SoundKept sound{m_id, m_draft, m_place, *file, length(), false, 0};
            const Sentence said = m_problem;
            reset();
            m_problem = said;
            emit changed();
            emit heard();
            emit kept(sound);
        });
}

void SoundNote::discard() {
    if (m_state == State::idle || m_state == State::keeping) return;
    m_source->stop();
    const QString id = m_id;
    reset();
    m_problem.clear();
    settle(id);
    emit changed();
    emit heard();
}

void SoundNote::settle(const QString& id) {
    m_store.ask(
        this,
        [id = ss(id)](LocalStore& local) -> Result<void> {
            const auto store = local.opened();
            if (!store) return fail(store.error());
            store::dropRecording(**store, id);
            return {};
        },
        [](const Result<void>&) {});
}

void SoundNote::recover(const QString& draft) {
    m_store.ask(
        this, [draft, running = m_id](LocalStore& local) { return leftOver(local, draft, running); },
        [this](Result<std::vector<store::Recorded>> left) {
            if (!left) return notRecovered(left.error());
            for (auto& one : *left) recoverOne(std::move(one));
        });
}

// Twenty minutes take the encoder some seconds: the vault thread has other things to do.
void SoundNote::recoverOne(store::Recorded recorded) {
    m_pool.start([this, recorded = std::move(recorded)] {
        SoundKept sound{qs(recorded.recording.id),
                        qs(recorded.recording.draft),
                        qs(recorded.recording.place),
                        {},
                        lengthOf(static_cast<qint64>(recorded.samples.size()) / 2, recorded.recording.rate),
                        true,
                        recorded.lost};
        auto voice = voiceOf(recorded);
        QMetaObject::invokeMethod(
            this,
            [this, sound, voice = std::move(voice)]() mutable {
                if (!voice) return notRecovered(voice.error());
                m_store.ask(
                    this, [content = std::move(*voice)](LocalStore& local) { return seal(local, content); },
                    [this, sound](const Result<store::FileRow>& file) mutable {
                        if (!file) return notRecovered(file.error());
                        sound.file = *file;
                        emit kept(sound);
                    });
            },
            Qt::QueuedConnection);
    });
}

void SoundNote::notRecovered(const Error& error) {
    m_problem = [error] {
        return tr("上次没录完的录音还没有取回：%1录音还在本机，下次打开再取。").arg(sentenceFor(error));
    };
    emit changed();
}

void SoundNote::forget() {
    if (m_state == State::idle) return;
    m_source->stop();
    // The store may be closed by now: what is not a whole second yet goes.
    reset();
    m_problem.clear();
    emit changed();
    emit heard();
}

void SoundNote::reset() {
    ++m_round;
    m_voice.reset();
    m_id.clear();
    m_draft.clear();
    m_place.clear();
    m_piece.clear();
    m_whole.clear();
    m_samples = 0;
    m_pieces = 0;
    m_level = 0;
    m_state = State::idle;
}

}  // namespace plumb::mobile
