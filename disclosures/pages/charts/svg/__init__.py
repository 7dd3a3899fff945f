"""Pictures of charts as the server draws them, one module for each shape."""
