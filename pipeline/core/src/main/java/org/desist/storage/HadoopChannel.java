// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.storage;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.NonWritableChannelException;
import java.nio.channels.SeekableByteChannel;
import org.apache.hadoop.fs.FSDataInputStream;

/** Reads a file; what is written goes through streams, since files are written once and whole. */
final class HadoopChannel implements SeekableByteChannel {
  private static final int MOST_AT_ONCE = 1 << 16;

  private final FSDataInputStream stream;
  private final long size;
  private boolean isOpen = true;

  HadoopChannel(FSDataInputStream stream, long size) {
    this.stream = stream;
    this.size = size;
  }

  @Override
  public int read(ByteBuffer target) throws IOException {
    check();
    byte[] bytes = new byte[Math.min(target.remaining(), MOST_AT_ONCE)];
    int count = stream.read(bytes, 0, bytes.length);
    if (count > 0) {
      target.put(bytes, 0, count);
    }
    return count;
  }

  @Override
  public int write(ByteBuffer source) {
    throw new NonWritableChannelException();
  }

  @Override
  public SeekableByteChannel truncate(long length) {
    throw new NonWritableChannelException();
  }

  @Override
  public long position() throws IOException {
    check();
    return stream.getPos();
  }

  @Override
  public SeekableByteChannel position(long position) throws IOException {
    check();
    stream.seek(position);
    return this;
  }

  @Override
  public long size() throws IOException {
    check();
    return size;
  }

  @Override
  public boolean isOpen() {
    return isOpen;
  }

  @Override
  public void close() throws IOException {
    isOpen = false;
    stream.close();
  }

  private void check() throws ClosedChannelException {
    if (!isOpen) {
      throw new ClosedChannelException();
    }
  }
}
