// What a printed paper is made of, before anybody knows where it stands on which page: plain values, composed by
// shared/document/layout and set by typeset(). Lengths are points (1/72 inch) of an A4 page; texts are UTF-8.
#pragma once

#include <string>
#include <variant>
#include <vector>

#include "shared/base/clock.h"

namespace plumb::document {

enum class Align { left, center, right };

// A piece of text in one manner.
struct Run {
    std::string text;
    bool bold = false;
    bool mono = false;  // fingerprints, which people compare character by character
    bool grey = false;

    friend bool operator==(const Run&, const Run&) = default;
};
using Text = std::vector<Run>;

inline constexpr double kBodySize = 9.75, kSmallSize = 8.25, kHeadingSize = 10.5, kTitleSize = 19.5, kOfficeSize = 12;

struct Cell {
    Text text;
    Align align = Align::left;
    int columns = 1;      // how many it spans
    bool shaded = false;  // a head or a label

    friend bool operator==(const Cell&, const Cell&) = default;
};
using Row = std::vector<Cell>;

// A row stands on one page; only one that is taller than a page goes on on the next. `head` is repeated on each page.
struct Table {
    std::vector<double> widths;  // of columns; 0: an equal share of what is left
    std::vector<Row> head, rows;
    Text lead;             // stands beside all rows, in a column of its own, where there is one
    double leadWidth = 0;  // the table then keeps to one page
    bool middle = true;    // texts in the middle of their rows; otherwise at the top
};

// Bold, and on the page of what follows it.
struct Heading {
    Text text;
};

struct Paragraph {
    Text text;
    double size = kBodySize;
    Align align = Align::left;
};

// Boxes to tick, on one line where they have room.
struct Ticks {
    struct Tick {
        Text label;
        bool on = false;
    };
    Text lead;
    std::vector<Tick> ticks;
    Text tail;
};

// Three texts on one line: at the left, in the middle, at the right.
struct Sides {
    Text left, middle, right;
};

// The bytes of a PNG or JPEG file; none: the room stays free. `marks`: the layer over it (shared/picture/marks.h), or
// "".
struct Picture {
    std::string content;
    std::string marks = {};
};

// What a hand drew, as lines of points in a box of width × height; none where there are no lines.
struct Ink {
    double width = 0, height = 0;
    std::vector<std::vector<std::pair<double, double>>> lines = {};
};

// Boxes side by side, at most three in a row: whose signature, the drawing, under it name and time.
struct Signatures {
    struct Box {
        Text role;
        Picture drawing;  // one of the two, or neither
        Text under;
        Ink ink = {};
    };
    std::vector<Box> boxes;
};

// Photos with what is known of each, two in a row.
struct Photos {
    struct Photo {
        Picture picture;
        Text under;
    };
    std::vector<Photo> photos;
};

using Block = std::variant<Heading, Paragraph, Table, Ticks, Sides, Signatures, Photos>;

// One paper of a document; it begins on a page of its own.
struct Part {
    Text office, title;  // centred
    Text left, right;    // number and date, under the title
    std::string code;    // of the QR in the upper right corner; "" for none
    Text under;          // the code
    std::vector<Block> blocks;
};

struct Document {
    std::string title, author;  // of the PDF's own description
    Instant at;                 // likewise; never the time of printing: one record gives one document
    std::vector<Part> parts;
    std::vector<Text> foot;  // of every page
    std::string pageText;    // "第 {page} 页 共 {pages} 页"
    std::string watermark;   // across every page; "" for none
};

}  // namespace plumb::document
