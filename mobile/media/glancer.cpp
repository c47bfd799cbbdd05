#include "mobile/media/glancer.h"

#include <QTimer>
#include <algorithm>

namespace plumb::mobile {

namespace {
Glancer* g_glancer = nullptr;
constexpr int kPosterSide = 960;
constexpr qint64 kPosterAtMs = 1000;
constexpr int kPosterPatienceMs = 3000;
}  // namespace

Glancer::Glancer(std::shared_ptr<const SealedFiles> files, QObject* parent)
    : QObject(parent), m_files(std::move(files)) {
    Q_ASSERT(!g_glancer);
    g_glancer = this;
}

Glancer::~Glancer() {
    g_glancer = nullptr;
}

Glancer* Glancer::instance() {
    return g_glancer;
}

void Glancer::look(const QString& file, bool film) {
    if (m_seen.contains(file)) return emit seen(file);
    const bool asked = std::any_of(m_wishes.begin(), m_wishes.end(), [&](const Wish& one) { return one.file == file; });
    if (asked) return;
    m_wishes.enqueue({file, film});
    next();
}

const Glance* Glancer::of(const QString& file) const {
    const auto found = m_seen.constFind(file);
    return found == m_seen.constEnd() ? nullptr : &*found;
}

void Glancer::next() {
    if (m_busy || m_wishes.isEmpty()) return;
    m_busy = true;
    unseal(m_files, m_wishes.head().file, this, [this, turn = m_turn](Result<Bytes> content) {
        if (turn != m_turn) return;
        if (!content) return finish(m_wishes.head().file, {0, {}, MediaFault::away});
        open(m_wishes.head(), std::move(*content));
    });
}

void Glancer::open(const Wish& wish, Bytes content) {
    m_deck = std::make_unique<MediaDeck>(std::move(content), wish.film);
    auto* deck = m_deck.get();
    connect(deck, &MediaDeck::failed, this, [this, file = wish.file](MediaFault fault) {
        finish(file, {0, {}, fault});
    });
    if (!wish.film) {
        connect(deck, &MediaDeck::loaded, this, [this, deck, file = wish.file] {
            finish(file, {deck->length(), {}, {}});
        });
        return;
    }
    // A film is played without its sound until it is a little way in, since many begin in the dark: of one that only
    // stands, Qt 6.4 shows a picture now and then.
    const auto poster = std::make_shared<QImage>();
    auto* patience = new QTimer(deck);
    patience->setSingleShot(true);
    const auto finishFilm = [this, deck, file = wish.file, poster] {
        const bool large = std::max(poster->width(), poster->height()) > kPosterSide;
        if (large) *poster = poster->scaled(kPosterSide, kPosterSide, Qt::KeepAspectRatio, Qt::SmoothTransformation);
        finish(file, {deck->length(), *poster, {}});
    };
    connect(patience, &QTimer::timeout, this, finishFilm);
    connect(deck, &MediaDeck::loaded, this, [deck, patience] {
        patience->start(kPosterPatienceMs);
        deck->mute();
        deck->play();
    });
    connect(deck, &MediaDeck::pictured, this, [deck, poster, patience, finishFilm](const QImage& picture) {
        *poster = picture;
        if (patience->isActive() && deck->position() >= std::min(kPosterAtMs, deck->length() / 4)) finishFilm();
    });
}

void Glancer::finish(const QString& file, Glance glance) {
    // The deck is on the way from here.
    if (m_deck) {
        m_deck->disconnect(this);
        m_deck.release()->deleteLater();
    }
    m_seen.insert(file, std::move(glance));
    m_wishes.dequeue();
    m_busy = false;
    emit seen(file);
    next();
}

void Glancer::forget() {
    ++m_turn;
    m_deck.reset();
    m_wishes.clear();
    m_seen.clear();
    m_busy = false;
}

void Glancer::forgetAway() {
    m_seen.removeIf([](const auto& one) { return one->fault == MediaFault::away; });
}

}  // namespace plumb::mobile
