/* A closed standard output, kept so that the program can see it. Rust's own start opens /dev/null there for reading
   and writing, as programs do that start others without wanting their output: the two would look alike. This runs
   before it and opens /dev/null for reading only, to which nothing can be written. */
#include <fcntl.h>

__attribute__((constructor)) static void keep_closed(void)
{
    for (int stream = 0; stream <= 1; stream++)
        if (fcntl(stream, F_GETFD) == -1)
            open("/dev/null", O_RDONLY);
}
