#include "mobile/people/auto_lock.h"

#include <QCoreApplication>
#include <QKeyEvent>
#include <catch2/catch.hpp>

#include "tests/unit/mobile/kit.h"

using namespace plumb::mobile;
using namespace std::chrono_literals;

namespace {

// Lets the event loop run for so long.
void pass(std::chrono::milliseconds time) {
    QElapsedTimer since;
    since.start();
    while (since.elapsed() < time.count()) QCoreApplication::processEvents(QEventLoop::AllEvents, 5);
}

struct Watched {
    AutoLock lock{nullptr};
    int due = 0;
    bool held = false;

    Watched() {
        lock.setAfter(40ms);
        lock.holdWhile([this] { return held; });
        QObject::connect(&lock, &AutoLock::due, [this] { ++due; });
    }
};

}  // namespace

TEST_CASE("what nobody touches locks, once somebody is signed in") {
    Watched it;
    pass(120ms);
    CHECK(it.due == 0);
    it.lock.watch(true);
    plumb::test::waitFor([&] { return it.due > 0; });
    it.lock.watch(false);
    const int before = it.due;
    pass(120ms);
    CHECK(it.due == before);
}

TEST_CASE("what must not be cut short holds the lock") {
    Watched it;
    it.held = true;
    it.lock.watch(true);
    pass(200ms);
    CHECK(it.due == 0);
    it.held = false;
    plumb::test::waitFor([&] { return it.due > 0; });
}

TEST_CASE("never is never") {
    Watched it;
    it.lock.setAfter(0ms);
    it.lock.watch(true);
    pass(120ms);
    CHECK(it.due == 0);
}

TEST_CASE("a touch begins the time anew") {
    QObject anything;
    Watched it;
    it.lock.setAfter(2000ms);
    it.lock.watch(true);
    for (int i = 0; i < 10; ++i) {
        QKeyEvent key(QEvent::KeyPress, Qt::Key_A, Qt::NoModifier);
        QCoreApplication::sendEvent(&anything, &key);
        pass(250ms);
    }
    CHECK(it.due == 0);
}
