// Whole pictures, made here with the libraries themselves; noise, so that nearly every byte of them matters.
#pragma once

#include <string>

namespace plumb::test {

std::string jpegBytes(int width, int height, bool progressive = false);
std::string webpBytes(int width, int height, bool lossless = false);
std::string noisyPng(int width, int height, bool interlaced = false);

}  // namespace plumb::test
