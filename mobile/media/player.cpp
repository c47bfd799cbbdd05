#include "mobile/media/player.h"

#include <QJSEngine>

namespace plumb::mobile {

namespace {
Player* g_player = nullptr;
}

Player::Player(std::shared_ptr<const SealedFiles> files, QObject* parent) : QObject(parent), m_files(std::move(files)) {
    Q_ASSERT(!g_player);
    g_player = this;
}

Player::~Player() {
    g_player = nullptr;
}

Player* Player::create(QQmlEngine*, QJSEngine*) {
    QJSEngine::setObjectOwnership(g_player, QJSEngine::CppOwnership);
    return g_player;
}

QString Player::state() const {
    switch (m_state) {
        case State::idle:
            return QStringLiteral("idle");
        case State::loading:
            return QStringLiteral("loading");
        case State::playing:
            return QStringLiteral("playing");
        case State::paused:
            return QStringLiteral("paused");
        case State::ended:
            return QStringLiteral("ended");
        case State::cannot:
            return QStringLiteral("cannot");
    }
    return {};
}

QString Player::silence() const {
    return m_silent && m_deck && m_deck->hasSound() ? silentSentence() : QString();
}

int Player::position() const {
    if (!m_deck) return 0;
    // The last position that is told lies a little before the end.
    return m_state == State::ended && length() > 0 ? length() : static_cast<int>(m_deck->position());
}

int Player::length() const {
    return m_deck ? static_cast<int>(m_deck->length()) : 0;
}

void Player::toggle(const QString& sound) {
    if (sound == m_file && !m_film && m_state != State::cannot) return pauseOrGoOn();
    begin(sound, false);
}

void Player::showFilm(const QString& film, const QString& title) {
    m_title = title;
    begin(film, true);
}

void Player::rename(const QString& film, const QString& title) {
    if (!m_film || film != m_file || title == m_title) return;
    m_title = title;
    emit changed();
}

void Player::begin(const QString& file, bool film) {
    const QString title = m_title;
    stop();
    m_file = file;
    m_film = film;
    m_title = title;
    m_silent = !hasSoundOutput();
    setState(State::loading);
    unseal(m_files, file, this, [this, begun = m_begun](Result<Bytes> content) {
        if (begun != m_begun) return;
        if (!content) return cannot(MediaFault::away);
        load(std::move(*content));
    });
}

void Player::load(Bytes content) {
    m_deck = std::make_unique<MediaDeck>(std::move(content), m_film);
    connect(m_deck.get(), &MediaDeck::loaded, this, [this] { m_deck->play(); });
    connect(m_deck.get(), &MediaDeck::failed, this, &Player::cannot);
    connect(m_deck.get(), &MediaDeck::moved, this, &Player::moved);
    connect(m_deck.get(), &MediaDeck::playingChanged, this, &Player::playingChanged, Qt::QueuedConnection);
    connect(m_deck.get(), &MediaDeck::ended, this, [this] { setState(State::ended); });
    connect(m_deck.get(), &MediaDeck::pictured, this, [this](const QImage& picture) {
        m_picture = picture;
        emit pictured();
    });
}

void Player::playingChanged() {
    if (!m_deck || m_state == State::cannot) return;
    if (m_deck->isPlaying())
        setState(State::playing);
    else if (m_state == State::playing || m_state == State::ended)
        setState(m_deck->hasEnded() ? State::ended : State::paused);
}

void Player::cannot(MediaFault fault) {
    m_fault = fault;
    // The deck is on the way from here.
    if (m_deck) m_deck.release()->deleteLater();
    setState(State::cannot);
}

void Player::pauseOrGoOn() {
    if (!m_deck) return;
    if (m_state == State::playing) return m_deck->pause();
    if (m_state == State::ended) m_deck->seek(0);
    if (m_state == State::ended || m_state == State::paused) m_deck->play();
}

void Player::seek(int ms) {
    if (!m_deck || m_state == State::loading) return;
    if (m_state == State::ended) setState(State::paused);
    m_deck->seek(ms);
    emit moved();
}

void Player::stop() {
    ++m_begun;
    m_deck.reset();
    m_file.clear();
    m_title.clear();
    m_film = m_silent = false;
    m_fault = MediaFault::none;
    m_picture = {};
    emit pictured();
    setState(State::idle);
}

void Player::setState(State state) {
    m_state = state;
    emit changed();
    emit moved();
}

}  // namespace plumb::mobile
