#include "mobile/camera/code_scanner.h"

#include <utility>

#include "mobile/photo/code_reader.h"

namespace plumb::mobile {

CodeScanner::CodeScanner(QObject* parent) : QObject(parent) {
    m_pool.setMaxThreadCount(1);
}

CodeScanner::~CodeScanner() {
    m_pool.waitForDone();
}

void CodeScanner::offer(const Frame& frame) {
    if (m_busy)
        m_waiting = frame;
    else
        look(frame);
}

void CodeScanner::forget() {
    ++m_round;
    m_waiting.reset();
}

void CodeScanner::look(const Frame& frame) {
    m_busy = true;
    m_pool.start([this, frame, round = m_round] {
        // A mirrored code is none; how it is turned is all the same to the reader.
        const auto codes = codesIn(frame.mirrored ? uprightOf(frame) : frame.picture);
        QMetaObject::invokeMethod(
            this,
            [this, codes, round] {
                m_busy = false;
                ++m_looked;
                if (const auto next = std::exchange(m_waiting, std::nullopt)) look(*next);
                if (round == m_round && !codes.isEmpty()) emit read(codes);
            },
            Qt::QueuedConnection);
    });
}

}  // namespace plumb::mobile
