#include "mobile/drive/driver.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QKeySequence>
#include <QRegularExpression>
#include <algorithm>
#include <cmath>
#include <cstdio>
#include <cstdlib>

#include "mobile/app/warnings.h"
#include "mobile/drive/access_walk.h"
#include "mobile/drive/language_walk.h"

namespace plumb::mobile {

namespace {

constexpr int kTurnMs = 20;
// An item is tapped when it has stood still for so many turns: what is still sliding is not there yet.
constexpr int kStillTurns = 2;
// What a step changed is on the screen after so long.
constexpr int kPaintMs = 250;
// More than any page has stops.
constexpr int kMostKeys = 300;

QString textOf(const QVariant& value) {
    if (value.userType() == QMetaType::Bool) return value.toBool() ? QStringLiteral("true") : QStringLiteral("false");
    return value.toString();
}

}  // namespace

Driver::Driver(QQuickWindow& window, QString shots) : m_window(window), m_stage(window), m_shots(std::move(shots)) {
    m_timer.setInterval(kTurnMs);
    connect(&m_timer, &QTimer::timeout, this, &Driver::turn);
}

QString Driver::read(const QString& file) {
    QFile in(file);
    if (!in.open(QIODevice::ReadOnly)) return QStringLiteral("the script %1 cannot be read").arg(file);
    m_script = readScript(in.readAll());
    return m_script.problem;
}

void Driver::start() {
    m_since.start();
    m_timer.start();
}

void Driver::turn() {
    if (m_at >= m_script.steps.size()) return finish(0);
    const Step& step = m_script.steps.at(m_at);
    m_why.clear();
    if (play(step) == Outcome::done) {
        ++m_at;
        m_notches = 0;
        m_since.restart();
        return;
    }
    if (m_since.elapsed() > step.timeoutMs) failStep(m_why.isEmpty() ? QStringLiteral("it took too long") : m_why);
}

QQuickItem* Driver::bring(const QString& name) {
    QQuickItem* item = m_stage.find(name);
    if (!item) {
        m_why = QStringLiteral("there is no visible \"%1\"").arg(name);
        return nullptr;
    }
    if (m_stage.reachable(item)) return item;
    if (!m_stage.scrollTowards(item))
        m_why = QStringLiteral("\"%1\" is disabled or out of reach").arg(name);
    else
        m_why = QStringLiteral("\"%1\" did not come into sight").arg(name);
    return nullptr;
}

Driver::Outcome Driver::play(const Step& step) {
    if (step.verb == QLatin1String("tap")) return tap(step);
    if (step.verb == QLatin1String("type") || step.verb == QLatin1String("paste")) return type(step);
    if (step.verb == QLatin1String("compose") || step.verb == QLatin1String("commit")) return compose(step);
    if (step.verb == QLatin1String("wait") || step.verb == QLatin1String("expect")) return compare(step);
    if (step.verb == QLatin1String("draw")) return draw(step);
    if (step.verb == QLatin1String("gone")) {
        m_why = QStringLiteral("\"%1\" is still there").arg(step.target);
        return m_stage.find(step.target) ? Outcome::notYet : Outcome::done;
    }
    if (step.verb == QLatin1String("keys")) {
        keys(step.target);
        return Outcome::done;
    }
    if (step.verb == QLatin1String("reach")) return reach(step);
    if (step.verb == QLatin1String("scroll")) {
        QQuickItem* item = m_stage.find(step.target);
        m_why = QStringLiteral("there is no visible \"%1\"").arg(step.target);
        if (!item) return Outcome::notYet;
        return scroll(item, step.line.value(QLatin1String("by")).toInt(-3));
    }
    if (step.verb == QLatin1String("pause"))
        return m_since.elapsed() >= step.target.toInt() ? Outcome::done : Outcome::notYet;
    if (step.verb == QLatin1String("resize")) {
        const auto size = step.target.split(u'x');
        if (size.size() == 2) m_window.resize(size[0].toInt(), size[1].toInt());
        return Outcome::done;
    }
    if (step.verb == QLatin1String("print")) {
        const auto name = step.target.section(u'.', 0, 0);
        const auto property = step.target.section(u'.', 1, 1);
        QQuickItem* item = m_stage.find(name);
        m_why = QStringLiteral("there is no visible \"%1\"").arg(name);
        if (!item) return Outcome::notYet;
        std::printf("%s %s\n", qPrintable(step.target),
                    qPrintable(textOf(item->property(property.isEmpty() ? "text" : qPrintable(property)))));
        std::fflush(stdout);
        return Outcome::done;
    }
    if (step.verb == QLatin1String("screenshot")) {
        // What was just tapped is painted first.
        if (m_since.elapsed() < kPaintMs) return Outcome::notYet;
        return shootAs(step);
    }
    if (step.verb == QLatin1String("access")) return access(step);
    if (step.verb == QLatin1String("words")) {
        m_why = QStringLiteral("the page is still moving in");
        if (m_since.elapsed() < kPaintMs) return Outcome::notYet;
        const auto words = QJsonDocument(walkLanguages(m_window)).toJson(QJsonDocument::Compact);
        std::printf("words %s %s\n", qPrintable(step.target), words.constData());
        std::fflush(stdout);
        return Outcome::done;
    }
    finish(0);  // quit
    return Outcome::notYet;
}

Driver::Outcome Driver::tap(const Step& step) {
    QQuickItem* item = bring(step.target);
    if (!item) return Outcome::notYet;
    const QPointF place = item->mapToScene(QPointF(0, 0));
    m_still = place == m_lastPlace ? m_still + 1 : 0;
    m_lastPlace = place;
    if (m_still < kStillTurns) {
        m_why = QStringLiteral("\"%1\" does not stand still").arg(step.target);
        return Outcome::notYet;
    }
    m_still = 0;
    // Where it stood: the first tap may have taken it away.
    const QPointF at = item->mapToScene(QPointF(item->width() / 2, item->height() / 2));
    for (int times = step.line.value(QLatin1String("times")).toInt(1); times > 0; --times) {
        m_stage.press(at);
        m_stage.release(at);
    }
    return Outcome::done;
}

// A notch a turn, as a hand turns it, then until what it set going has come to rest.
Driver::Outcome Driver::scroll(QQuickItem* item, int by) {
    if (m_notches < std::abs(by)) {
        m_stage.turnWheel(item, by < 0 ? -1 : 1);
        ++m_notches;
        return Outcome::notYet;
    }
    m_why = QStringLiteral("it is still scrolling");
    return m_stage.moves(item) ? Outcome::notYet : Outcome::done;
}

bool Driver::focused(const QString& name) {
    QQuickItem* item = bring(name);
    if (!item || item->hasActiveFocus()) return item != nullptr;
    m_stage.tap(item);
    m_why = QStringLiteral("\"%1\" does not take the focus").arg(name);
    return false;
}

Driver::Outcome Driver::type(const Step& step) {
    if (!focused(step.target)) return Outcome::notYet;
    m_stage.key(Qt::Key_A, Qt::ControlModifier);
    m_stage.key(Qt::Key_Delete, Qt::NoModifier);
    const QString text = step.line.value(QLatin1String("text"))
                             .toString()
                             .repeated(std::max(1, step.line.value(QLatin1String("times")).toInt(1)));
    if (step.verb == QLatin1String("paste"))
        m_stage.paste(text);
    else
        m_stage.type(text);
    return Outcome::done;
}

Driver::Outcome Driver::compose(const Step& step) {
    if (!focused(step.target)) return Outcome::notYet;
    const QString text = step.line.value(QLatin1String("text")).toString();
    if (step.verb == QLatin1String("compose"))
        m_stage.compose(text);
    else
        m_stage.commit(text);
    return Outcome::done;
}

Driver::Outcome Driver::compare(const Step& step) {
    const QString name = step.target.section(u'.', 0, 0);
    QString property = step.line.value(QLatin1String("property")).toString();
    if (property.isEmpty()) property = step.target.section(u'.', 1, 1);
    QQuickItem* item = m_stage.find(name);
    if (!item) {
        m_why = QStringLiteral("there is no visible \"%1\"").arg(name);
        return Outcome::notYet;
    }
    const bool asked = step.line.contains(QLatin1String("is")) || step.line.contains(QLatin1String("contains")) ||
                       step.line.contains(QLatin1String("matches"));
    if (!asked) return Outcome::done;
    const QString text = textOf(item->property(property.isEmpty() ? "text" : qPrintable(property)));
    m_why = QStringLiteral("%1 is \"%2\"").arg(step.target, text);
    const auto& line = step.line;
    if (line.contains(QLatin1String("is")) && text != textOf(line.value(QLatin1String("is")).toVariant()))
        return Outcome::notYet;
    if (line.contains(QLatin1String("contains")) && !text.contains(line.value(QLatin1String("contains")).toString()))
        return Outcome::notYet;
    if (line.contains(QLatin1String("matches")) &&
        !QRegularExpression(line.value(QLatin1String("matches")).toString()).match(text).hasMatch())
        return Outcome::notYet;
    return Outcome::done;
}

// A signature: a wave across the pad, as a hand would draw it.
Driver::Outcome Driver::draw(const Step& step) {
    QQuickItem* item = bring(step.target);
    if (!item) return Outcome::notYet;
    constexpr int kPoints = 48;
    for (int i = 0; i <= kPoints; ++i) {
        const qreal part = static_cast<qreal>(i) / kPoints;
        const QPointF inside(item->width() * (0.2 + 0.6 * part),
                             item->height() * (0.5 + 0.28 * std::sin(part * 19) * (1 - part * 0.5)));
        const QPointF at = item->mapToScene(inside);
        if (i == 0)
            m_stage.press(at);
        else
            m_stage.move(at);
        if (i == kPoints) m_stage.release(at);
    }
    return Outcome::done;
}

void Driver::keys(const QString& sequence) {
    const auto keys = QKeySequence::fromString(sequence, QKeySequence::PortableText);
    for (int i = 0; i < keys.count(); ++i) {
        const auto key = keys[static_cast<uint>(i)];
        const QString text = key.keyboardModifiers() == Qt::NoModifier && key.key() < 0x80
                                 ? QString(QChar(key.key())).toLower()
                                 : QString();
        m_stage.key(key.key(), key.keyboardModifiers(), text);
    }
}

// By the keyboard alone: from where the focus is to the item, a key a turn. Wherever it comes to on the way it has to
// be seen, and it must come round.
Driver::Outcome Driver::reach(const Step& step) {
    if (m_since.elapsed() < m_pressed * kTurnMs) return Outcome::notYet;
    const QQuickItem* now = m_window.activeFocusItem();
    QQuickItem* wanted = m_stage.find(step.target);
    m_why = wanted ? QStringLiteral("the focus does not come to \"%1\"").arg(step.target)
                   : QStringLiteral("there is no visible \"%1\"").arg(step.target);
    if (!wanted) return Outcome::notYet;  // a page that is still moving in
    const bool there = now && (now == wanted || wanted->isAncestorOf(now));
    if (now && m_pressed > 0) {
        if (const QString unseen = unseenFocus(m_window); !unseen.isEmpty()) {
            m_why = unseen;
            failStep(m_why);
            return Outcome::notYet;
        }
    }
    if (there && m_pressed > 0) {
        m_pressed = 0;
        return Outcome::done;
    }
    if (m_pressed > kMostKeys) {
        failStep(m_why);
        return Outcome::notYet;
    }
    ++m_pressed;
    const bool back = step.line.value(QLatin1String("back")).toBool();
    m_stage.key(back ? Qt::Key_Backtab : Qt::Key_Tab, back ? Qt::ShiftModifier : Qt::NoModifier, QStringLiteral("\t"));
    return Outcome::notYet;
}

// Every complaint of a script is told, so that one run shows them all.
Driver::Outcome Driver::access(const Step& step) {
    m_why = QStringLiteral("the page is still moving in");
    if (m_since.elapsed() < 400) return Outcome::notYet;
    const AccessWalk walk(m_window);
    m_why = QStringLiteral("nothing here can be operated; is accessibility active?");
    if (walk.operable() == 0) return Outcome::notYet;
    QStringList complaints = walk.complaints();
    if (step.line.value(QLatin1String("keyboard")).toBool(true)) complaints += walk.tabComplaints();
    for (const auto& complaint : complaints)
        std::fprintf(stderr, "drive: %s: %s\n", qPrintable(step.target), qPrintable(complaint));
    std::printf("access %s %lld %s\n", qPrintable(step.target), static_cast<long long>(walk.operable()),
                qPrintable(pagesOn(m_window).join(u',')));
    std::fflush(stdout);
    m_inaccessible += complaints.size();
    return Outcome::done;
}

// The same page as other people see it: a picture for each look, then back to how it was.
Driver::Outcome Driver::shootAs(const Step& step) {
    const auto looks = step.line.value(QLatin1String("as")).toArray();
    if (looks.isEmpty()) {
        shoot(step.target);
        return Outcome::done;
    }
    if (!m_looks) {
        m_looks.emplace(m_window);
        m_looks->show(looks.at(0).toString());
        m_looked = 0;
        m_since.restart();
        return Outcome::notYet;
    }
    shoot(Looks::fileFor(step.target, looks.at(m_looked).toString()));
    if (++m_looked < looks.size()) {
        m_looks->show(looks.at(m_looked).toString());
        m_since.restart();
        return Outcome::notYet;
    }
    m_looks.reset();
    return Outcome::done;
}

void Driver::shoot(const QString& name) {
    const QString path = m_shots.isEmpty() || QDir::isAbsolutePath(name) ? name : QDir(m_shots).filePath(name);
    QDir().mkpath(QFileInfo(path).absolutePath());
    if (!m_window.grabWindow().save(path))
        std::fprintf(stderr, "drive: the picture %s cannot be written\n", qPrintable(path));
}

void Driver::failStep(const QString& why) {
    const Step& step = m_script.steps.at(m_at);
    shoot(QStringLiteral("drive-failed.png"));
    std::fprintf(stderr, "drive: line %d (%s \"%s\") failed: %s\n", step.number, qPrintable(step.verb),
                 qPrintable(step.target), qPrintable(why));
    finish(kStepFailed);
}

void Driver::finish(int code) {
    m_timer.stop();
    if (code == 0 && warningsSeen() > 0) {
        std::fprintf(stderr, "drive: QML complained %d times\n", warningsSeen());
        code = kWarned;
    }
    if (code == 0 && m_inaccessible > 0) code = kInaccessible;
    QCoreApplication::exit(code);
}

}  // namespace plumb::mobile
