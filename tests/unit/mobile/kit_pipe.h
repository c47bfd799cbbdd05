// A file whose content comes when the test says so: whoever reads it waits until then. With it a test knows what
// happens while a picture is being taken in, without a clock.
#pragma once

#include <sys/stat.h>

#include <QString>
#include <catch2/catch.hpp>
#include <cstdio>
#include <fstream>
#include <string>

namespace plumb::test {

class SlowFile {
  public:
    explicit SlowFile(const QString& path) : m_path(path) {
        REQUIRE(mkfifo(path.toLocal8Bit().constData(), 0600) == 0);
    }

    [[nodiscard]] const QString& path() const { return m_path; }
    // Blocks until whoever waits for it reads.
    void arrive(const std::string& content) const {
        std::ofstream out(m_path.toStdString(), std::ios::binary);
        out.write(content.data(), static_cast<std::streamsize>(content.size()));
    }

    // The file `other` takes its place; whoever waits for it by now reads nothing.
    void giveWay(const QString& other) const {
        const std::ofstream reader(m_path.toStdString(), std::ios::binary);
        REQUIRE(std::rename(other.toLocal8Bit().constData(), m_path.toLocal8Bit().constData()) == 0);
    }

  private:
    QString m_path;
};

}  // namespace plumb::test
